package org.finplan.risk.ownership;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who counts as one group on a day.
 *
 * @param id its id, the same as long as its first member is
 * @param version number of the last change of a link of one of its members, 0 when there never was a link; with the day it says
 *     which closure this is, also later
 * @param on the day
 * @param rule the rule by which members belong together
 * @param members its members, as far as the caller sees them
 * @param hiddenMembers how many more it has in regions of others
 */
@Schema(name = "OwnershipGroup")
record GroupView(String id, long version, LocalDate on, GroupRule rule, List<Member> members, int hiddenMembers) {

    /**
     * A member of a group.
     *
     * @param kind institution, firm, person or public-body
     * @param uscc its unified social credit code, or null
     * @param name its name
     */
    @Schema(name = "OwnershipGroupMember")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Member(String kind, @Nullable String uscc, String name) {

        boolean isInstitution() {
            return kind.equals("institution");
        }
    }
}
