package org.finplan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTest {

    /** Columns in the order of {@link Role}: admin, city, district, unit, risk, institution, auditor, integrator, public. */
    private static final String MATRIX = """
            figures:read            x x x x x x x x .
            figures:report          x x x . . . . x .
            published-figures:read  . . . . . . . . x
            releases:announce       x x x . . . . x .
            releases:import         x . . . . . . . .
            plans:read              x x x x x x x x .
            plan-schemas:read       . . . . . . . . x
            plans:adjust            x . . . . . . . .
            plans:publish           x . . . . . . . .
            plans:close             x . . . . . . . .
            targets:read            x x x x x x x x .
            targets:set             x x . . . . . . .
            targets:assess          x x . x . . . . .
            formulas:read           x x x x x x x x .
            formulas:define         x . . . . . . . .
            reconciliation:read     x x x . x . x x .
            disputes:explain        x x x . . . . . .
            disputes:decide         x x . . . . . . .
            tasks:read              x x x x x . x x .
            tasks:assign            x x . . . . . . .
            tasks:roll-up           x x . . . . . . .
            tasks:edit              x x . . . . . . .
            tasks:schedule          x x . . . . . . .
            progress:report         x x x x . . . . .
            progress:review         x x . . . . . . .
            registers:read          x x x x x . x x .
            registers:write         x x x . . . . . .
            supervisions:read       x x x x x . x x .
            supervisions:handle     x x x x . . . . .
            supervisions:direct     x x . . . . . . .
            supervisions:configure  x . . . . . . . .
            calendar-keys:manage    x . x x . . . . .
            calendar-keys:oversee   x . . . . . . . .
            calendars:read          . . . . . . . . x
            alerts:read             x x x . x . x x .
            alerts:handle           x x x . x . . . .
            alerts:direct           x x . . x . . . .
            rules:write             x x . . x . . . .
            rules:publish           x . . . . . . . .
            institutions:read       x x x . x . x x .
            institutions:register   x x x . x . . . .
            institutions:direct     x x . . x . . . .
            institutions:report     x x x . x x . x .
            metric-schemas:read     x x x x x x x x .
            networks:read           x x . . x . x . .
            networks:write          x x . . x . . . .
            notices:read            x x x . x . x x .
            notices:read-drafts     x x . . x . x . .
            notices:write           x x . . x . . . .
            published-notices:read  . . . . . . . . x
            events:read             x x x x x . x x .
            api-keys:read           x x x x x x x x .
            api-keys:manage         x x x x x x . x .
            api-keys:read-all       x . . . . . x . .
            api-keys:manage-all     x . . . . . . . .
            calls:read              x x x x x x x x .
            calls:read-all          x . . . . . x . .
            audit:read              x . . . . . x . .
            dead-letters:read       x . . . . . x . .
            dead-letters:replay     x . . . . . . . .
            metrics:read            x . . . . . x x .
            """;

    @Test
    void whoMayDoWhatIsChangedOnPurposeOnly() {
        String matrix = Arrays.stream(Permission.values())
                .map(permission -> String.format("%-24s", permission.wireName())
                        + Arrays.stream(Role.values())
                                .map(role -> permission.isGrantedTo(Set.of(role.wireName())) ? "x" : ".")
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(matrix).isEqualTo(MATRIX);
    }

    @Test
    void theAuditorReadsAndTheIntegratorReportsButNeitherDecides() {
        for (Permission permission : Permission.values()) {
            if (permission.roles().contains(Role.AUDITOR)) {
                assertThat(permission.wireName()).containsPattern(":read(-.*)?$");
            }
        }
        assertThat(Permission.TARGETS_SET.isGrantedTo(Set.of(RoleName.INTEGRATOR)))
                .isFalse();
    }

    @Test
    void aNameLeadsToItsPermission() {
        assertThat(Permission.values())
                .allMatch(permission -> Permission.named(permission.wireName()).orElseThrow() == permission);
        assertThat(Permission.named("alerts:forget")).isEmpty();
    }
}
