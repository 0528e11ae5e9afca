package org.finplan.gateway.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @Test
    void noneIsAllowedUnlessItIsSet() {
        Origins none = Origins.of("key", List.of(), true);
        assertThat(none.none()).isTrue();
        assertThat(none.contains("https://tools.example")).isFalse();
    }

    @Test
    void everyPageMayReadWhatIsPublicOnly() {
        assertThat(Origins.of("key", List.of("*"), true).any()).isTrue();
        assertThatThrownBy(() -> Origins.of("key", List.of("*"), false)).hasMessageContaining("public routes only");
        assertThatThrownBy(() -> Origins.of("key", List.of("*", "https://a.example"), true))
                .hasMessageContaining("alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "tools.example",
                "https://Tools.example",
                "https://a.example/",
                "https://*.example",
                "ftp://a",
                ""
            })
    void whatABrowserNeverSendsIsNoSetting(String origin) {
        assertThatThrownBy(() -> Origins.of("key", List.of(origin), true)).hasMessageContaining("no origin");
    }
}
