package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.regex.Pattern;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Test;

/** The realm that Keycloak imports: the roles and claims that the gateway reads, and no secret. */
class KeycloakRealmTest {

    private final JsonNode realm;

    KeycloakRealmTest() throws Exception {
        realm = new JsonMapper().readTree(Repository.text("deploy/keycloak/finplan-realm.json"));
    }

    @Test
    void hasTheRolesThatTheServicesKnow() {
        List<String> known = Pattern.compile("String [A-Z_]+ = \"([a-z-]+)\"")
                .matcher(Repository.text("platform/access/src/main/java/org/finplan/platform/access/RoleName.java"))
                .results()
                .map(match -> match.group(1))
                // Nobody is given this one; the gateway has it for callers without credentials.
                .filter(name -> !name.equals("public"))
                .toList();
        assertThat(realm.path("roles").path("realm").findValuesAsText("name"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void putsRolesRegionsUnitsAndAudienceIntoTheToken() {
        JsonNode scope = realm.path("clientScopes").path(0);
        assertThat(scope.findValuesAsText("claim.name"))
                .containsExactlyInAnyOrder("preferred_username", "groups", "regions", "units");
        assertThat(scope.findValuesAsText("included.custom.audience")).containsExactly("finplan");
        // A realm that is imported with scopes of its own has none of Keycloak's, whose "basic" puts in the subject.
        assertThat(scope.findValuesAsText("protocolMapper")).contains("oidc-sub-mapper");
        realm.path("clients").forEach(client -> assertThat(client.path("defaultClientScopes"))
                .anyMatch(name -> name.asText().equals(scope.path("name").asText())));
    }

    @Test
    void letsOnlyAdministratorsSetRegionsAndUnits() throws Exception {
        JsonNode profile = new JsonMapper()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .path("kc.user.profile.config")
                        .path(0)
                        .asText());
        for (String name : List.of("regions", "units")) {
            JsonNode attribute = null;
            for (JsonNode candidate : profile.path("attributes")) {
                attribute = candidate.path("name").asText().equals(name) ? candidate : attribute;
            }
            assertThat(attribute).as(name).isNotNull();
            assertThat(attribute.at("/permissions/edit"))
                    .extracting(JsonNode::asText)
                    .containsExactly("admin");
        }
    }

    @Test
    void carriesNoSecretAndNoPasswordGrant() {
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("secretData")).isEmpty();
        assertThat(realm.findValues("directAccessGrantsEnabled")).isNotEmpty().noneMatch(JsonNode::asBoolean);
        assertThat(realm.findValues("implicitFlowEnabled")).isNotEmpty().noneMatch(JsonNode::asBoolean);
    }
}
