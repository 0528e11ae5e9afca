package org.finplan.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimMappingTest {

    private final ClaimMapping mapping = new ClaimMapping(new Paths());

    @Test
    void keycloakAndLocalTokensComeToOneForm() {
        Identity keycloak = mapping.map(Map.of(
                        "sub", "8a1",
                        "preferred_username", "district-441202",
                        "azp", "portal",
                        "realm_access", Map.of("roles", List.of("district-officer", "offline_access")),
                        "regions", List.of("441202")))
                .orElseThrow();
        Identity local = mapping.map(Map.of(
                        "sub", "district-441202",
                        "client_id", "portal",
                        "groups", List.of("district-officer"),
                        "regions", "441202"))
                .orElseThrow();
        assertThat(keycloak).isEqualTo(local);
        assertThat(local.client()).isEqualTo("portal");
    }

    @Test
    void unknownRolesAndOddCodesAreLeftOut() {
        Identity identity = mapping.map(Map.of(
                        "sub", "x",
                        "groups", List.of("city-admin", "CITY-ADMIN", "root", 7),
                        "regions", List.of("441202", "*", "44,12", "a\nb", ""),
                        "units", Map.of("not", "a list")))
                .orElseThrow();
        assertThat(identity.roles()).containsExactly("city-admin");
        assertThat(identity.regions()).containsExactly("441202");
        assertThat(identity.units()).isEmpty();
        assertThat(identity.client()).isEqualTo("x");
    }

    @Test
    void withoutAUsableSubjectThereIsNoCaller() {
        assertThat(mapping.map(Map.of())).isEmpty();
        assertThat(mapping.map(Map.of("sub", " "))).isEmpty();
        assertThat(mapping.map(Map.of("sub", "a\r\nb"))).isEmpty();
        assertThat(mapping.map(Map.of("sub", 7))).isEmpty();
    }

    private record Paths() implements IdentityConfig.Claims {
        @Override
        public List<String> subject() {
            return List.of("preferred_username", "sub");
        }

        @Override
        public List<String> roles() {
            return List.of("realm_access.roles", "groups");
        }

        @Override
        public List<String> regions() {
            return List.of("regions");
        }

        @Override
        public List<String> units() {
            return List.of("units");
        }

        @Override
        public List<String> scopes() {
            return List.of("scope", "scp");
        }

        @Override
        public List<String> client() {
            return List.of("azp", "client_id");
        }
    }
}
