package org.finplan.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.gateway.scope.Scope;
import org.finplan.platform.access.Role;
import org.junit.jupiter.api.Test;

/** The document lists what a key may be given; an annotation cannot ask, so the lists are held together here. */
class KeyRequestTest {

    private static String[] documented(Class<?> type) {
        return type.getAnnotation(Schema.class).enumeration();
    }

    @Test
    void theDocumentListsTheRolesAndScopesThatThereAre() {
        assertThat(documented(KeyRequest.GrantedRole.class)).containsExactlyInAnyOrderElementsOf(Role.granted());
        assertThat(documented(KeyRequest.ScopeName.class)).containsExactlyInAnyOrderElementsOf(Scope.NAMES);
    }
}
