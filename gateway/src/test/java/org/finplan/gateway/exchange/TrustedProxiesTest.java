package org.finplan.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.1.0.0/24", "fd00::/8"));

    @Test
    void noPeerIsTrustedByDefault() {
        assertThat(new TrustedProxies(List.of()).trusted("127.0.0.1")).isFalse();
        assertThat(proxies.trusted("10.1.1.1")).isFalse();
        assertThat(proxies.trusted("10.1.0.255")).isTrue();
        assertThat(proxies.trusted("fd00:1::2")).isTrue();
        assertThat(proxies.trusted("fe80::1")).isFalse();
    }

    @Test
    void theLastThatIsNoProxyIsTheClientWhateverItClaims() {
        assertThat(client("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("6.6.6.6, 203.0.113.7, 10.1.0.9")).isEqualTo("203.0.113.7");
        assertThat(client("6.6.6.6", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("2001:db8::7")).isEqualTo("2001:db8::7");
        assertThat(client("6.6.6.6, nonsense, 10.1.0.9")).isEqualTo("10.1.0.9");
        assertThat(client("")).isEqualTo("10.1.0.2");
        assertThat(client()).isEqualTo("10.1.0.2");
    }

    @Test
    void schemeAndHostAreBelievedWhenTheyAreWellFormed() {
        ClientConnection seen = new ClientConnection("10.1.0.2", "http", "gateway:8080");
        assertThat(proxies.client(seen, List.of("1.2.3.4"), "https", "finplan.example"))
                .isEqualTo(new ClientConnection("1.2.3.4", "https", "finplan.example"));
        assertThat(proxies.client(seen, List.of("1.2.3.4"), "gopher", "a\"b"))
                .isEqualTo(new ClientConnection("1.2.3.4", "http", "gateway:8080"));
    }

    @Test
    void aNetworkThatIsNoneStopsTheStart() {
        for (String wrong : List.of("10.1.0.0", "proxy.example/24", "10.1.0.0/")) {
            assertThatThrownBy(() -> new TrustedProxies(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String client(String... forwardedFor) {
        return proxies.client(new ClientConnection("10.1.0.2", "http", null), List.of(forwardedFor), null, null)
                .address();
    }
}
