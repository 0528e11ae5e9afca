package org.finplan.risk.ownership;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The rule by which groups are made. */
@ApplicationScoped
class GroupRules {

    private final GroupRule rule;

    GroupRules(OwnershipConfig config) {
        try (InputStream file = GroupRules.class.getResourceAsStream("/group-rule.json")) {
            GroupRule shipped = JsonMapper.builder().build().readValue(file, GroupRule.class);
            rule = config.groupShareOver().map(shipped::with).orElse(shipped);
        } catch (IOException damaged) {
            throw new UncheckedIOException("group-rule.json of this program", damaged);
        }
    }

    GroupRule rule() {
        return rule;
    }
}
