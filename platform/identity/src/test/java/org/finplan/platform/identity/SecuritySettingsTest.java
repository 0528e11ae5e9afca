package org.finplan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecuritySettingsTest {

    private static final Map<String, String> SAFE = Map.of(
            "mp.jwt.verify.issuer", "finplan-gateway",
            "mp.jwt.verify.audiences", "finplan-services",
            "mp.jwt.verify.publickey.algorithm", "ES256",
            "quarkus.security.jaxrs.deny-unannotated-endpoints", "true");

    @Test
    void findsNothingWhereAllIsAsItShouldBe() {
        assertThat(SecuritySettings.wrong(config(SAFE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mp.jwt.verify.issuer,",
        "mp.jwt.verify.issuer,somebody",
        "mp.jwt.verify.audiences,",
        "mp.jwt.verify.publickey.algorithm,HS256",
        "quarkus.security.jaxrs.deny-unannotated-endpoints,false"
    })
    void namesWhatIsMissingOrDiffers(String key, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        if (value == null) {
            settings.remove(key);
        } else {
            settings.put(key, value);
        }
        assertThat(SecuritySettings.wrong(config(settings))).containsExactly(key + "=" + SAFE.get(key));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
