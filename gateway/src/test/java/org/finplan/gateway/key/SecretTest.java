package org.finplan.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void has256BitsAndAForm() {
        Secret secret = Secret.fresh();
        assertThat(secret.text()).matches("fpk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(secret.text().substring(13))).hasSize(32);
        assertThat(Secret.parse(secret.text())).hasValue(secret);
        assertThat(secret.hash())
                .hasSize(32)
                .isEqualTo(Secret.parse(secret.text()).orElseThrow().hash());
    }

    @Test
    void isNeverTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(Secret.fresh().text())).isTrue();
        }
        Secret rotated = Secret.withPrefix("abcd1234");
        assertThat(rotated.prefix()).isEqualTo("abcd1234");
        assertThat(rotated.hash()).isNotEqualTo(Secret.withPrefix("abcd1234").hash());
    }

    @Test
    void isNotPrinted() {
        Secret secret = Secret.fresh();
        assertThat(secret.toString())
                .contains(secret.prefix())
                .doesNotContain(secret.text().substring(13));
    }

    @Property
    void takesNothingElse(@ForAll String text) {
        assertThat(Secret.parse(text)).isEmpty();
        assertThat(Secret.parse("fpk_" + text)).isEmpty();
        assertThat(Secret.parse(Secret.fresh().text() + (text.isEmpty() ? "x" : text)))
                .isEmpty();
    }
}
