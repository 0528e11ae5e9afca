package org.finplan.platform.plan;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A node of the tree of tasks and safeguards. The leaves are the measures.
 *
 * @param id such as {@code t4.1.1.2.m03}
 * @param parent id of the node above, or null for an area
 * @param clause clause it comes from
 * @param branch task or safeguard
 * @param level area, section, item or measure
 * @param title the title
 * @param summary what is to be done
 * @param verbs codes of {@link Verb}; empty above the leaves
 * @param regions codes of the regions it names; empty means the whole city
 * @param partnerRegions codes of places outside the city
 * @param organisations codes of organisations it names
 * @param systems codes of systems it names
 * @param indicators codes of the indicators it plainly moves
 * @param lead code of the organisation that acts as builder, or null where the plan names none
 * @param cooperating codes of the organisations that work on it with the lead
 * @param due last day by which it is to be done, or null where the plan gives none
 */
public record TaskNode(
        String id,
        String parent,
        String clause,
        String branch,
        String level,
        LocalizedText title,
        LocalizedText summary,
        List<String> verbs,
        List<String> regions,
        List<String> partnerRegions,
        List<String> organisations,
        List<String> systems,
        List<String> indicators,
        @Nullable String lead,
        List<String> cooperating,
        @Nullable LocalDate due) {

    /** {@return whether it is a single measure} */
    public boolean leaf() {
        return level.equals("measure");
    }
}
