package org.finplan.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadRulesTest {

    private static MultiMap host() {
        return MultiMap.caseInsensitiveMultiMap().add("Host", "finplan.example:8443");
    }

    private static boolean plain(MultiMap headers) {
        return HeadRules.of(headers).plain(HttpVersion.HTTP_1_1);
    }

    @Test
    void oneHostAndOneLengthOrChunksArePlain() {
        assertThat(plain(host())).isTrue();
        assertThat(plain(host().add("content-length", "5"))).isTrue();
        assertThat(plain(host().add("transfer-encoding", "Chunked"))).isTrue();
        assertThat(plain(MultiMap.caseInsensitiveMultiMap().add("host", "[::1]:8080")))
                .isTrue();
        assertThat(HeadRules.of(MultiMap.caseInsensitiveMultiMap()).plain(HttpVersion.HTTP_1_0))
                .isTrue();
    }

    @Test
    void whatCouldBeCutInTwoWaysIsNot() {
        assertThat(plain(host().add("Content-Length", "5").add("Transfer-Encoding", "chunked")))
                .isFalse();
        assertThat(plain(host().add("Content-Length", "5").add("Content-Length", "5")))
                .isFalse();
        assertThat(plain(host().add("Transfer-Encoding", "chunked").add("Transfer-Encoding", "chunked")))
                .isFalse();
        assertThat(plain(host().add("Transfer-Encoding", "gzip, chunked"))).isFalse();
        assertThat(plain(host().add("", "a"))).isFalse();
        assertThat(plain(host().add("Host", "other.example"))).isFalse();
        assertThat(plain(MultiMap.caseInsensitiveMultiMap())).isFalse();
        assertThat(HeadRules.of(host().add("Transfer-Encoding", "chunked")).plain(HttpVersion.HTTP_1_0))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "user@a", "a\"b", "<a>", "a,b", "a?b", "a\\b", "肇"})
    void whatIsNoHostIsRefused(String host) {
        assertThat(plain(MultiMap.caseInsensitiveMultiMap().add("Host", host))).isFalse();
    }

    @Test
    void sizeCountsNamesAndValues() {
        assertThat(HeadRules.of(host().add("X", "yz")).size()).isEqualTo("Hostfinplan.example:8443Xyz".length());
    }
}
