package org.finplan.tasks.task.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.finplan.tasks.task.TaskStatus;

/**
 * Which nodes are wanted. A null or empty part does not narrow, save the plans.
 *
 * @param plans codes of the plans; none when empty
 * @param parent id of the node directly above
 * @param under id of any node above
 * @param regions codes of which a leaf must name at least one
 * @param cityWide whether leaves that name no region are wanted as well when {@code regions} narrows
 * @param indicator indicator code that a leaf must be linked to
 * @param words words in normal form that must all occur
 * @param status verified status of a leaf
 * @param flagged whether a leaf must, or must not, be flagged
 * @param behind whether a leaf must, or must not, be behind
 * @param branch task or safeguard
 * @param level area, section, item, measure or work-point
 * @param year year of work points
 * @param verb kind of work
 * @param unit unit that leads, is responsible or cooperates
 */
public record TaskFilter(
        List<String> plans,
        String parent,
        String under,
        List<String> regions,
        boolean cityWide,
        String indicator,
        List<String> words,
        TaskStatus status,
        Boolean flagged,
        Behind behind,
        String branch,
        String level,
        Integer year,
        String verb,
        String unit) {

    /**
     * Whether leaves must be behind.
     *
     * @param wanted whether they must, or must not
     * @param before by day the codes of the plans whose leaves are behind when something of them was planned for an earlier day and
     *     is not achieved
     */
    public record Behind(boolean wanted, Map<LocalDate, List<String>> before) {}
}
