package org.finplan.risk.rule;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/rules")
@Tag(name = "Rules")
class RuleResource {

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listRules",
            summary = "The rules in force",
            description = "What each compares, when it is broken, and the clause that asks for it.")
    public Page<RuleView> list() {
        return new Page<>(RuleBook.rules().stream().map(RuleView::of).toList(), null, null);
    }

    /**
     * A rule as its readers see it.
     *
     * @param code stable code
     * @param version version of what it says
     * @param name name
     * @param description what it compares and when it is broken
     * @param plan plan that asks for it
     * @param clause clause of that plan
     * @param levels levels that it gives, mildest first
     */
    @Schema(name = "Rule")
    record RuleView(
            String code,
            int version,
            LocalizedText name,
            LocalizedText description,
            String plan,
            String clause,
            List<String> levels) {

        private static RuleView of(Rule rule) {
            return new RuleView(
                    rule.code(),
                    rule.version(),
                    rule.name(),
                    rule.description(),
                    Rule.PLAN,
                    rule.clause(),
                    rule.levels().stream().map(Level::code).toList());
        }
    }
}
