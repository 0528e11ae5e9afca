package org.finplan.tasks.task.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.platform.plan.TaskNode;
import org.finplan.tasks.task.search.SearchText;

/** Turns the nodes of a package, parents before children, into rows of the table. */
final class TaskRows {

    private final List<TaskNode> nodes;

    TaskRows(List<TaskNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * A row.
     *
     * @param path ids of the nodes above, from the area down
     * @param ordinal position in the order of the plan, from 0
     * @param searchText both titles and summaries in normal form
     * @param searchGrams characters of the same and their pairs
     * @param due its deadline, or null
     */
    record Row(
            String id,
            String parent,
            List<String> path,
            int ordinal,
            String branch,
            String level,
            String clause,
            String titleZh,
            String titleEn,
            String summaryZh,
            String summaryEn,
            List<String> verbs,
            List<String> regions,
            List<String> partnerRegions,
            List<String> organisations,
            List<String> systems,
            List<String> indicators,
            String searchText,
            Set<String> searchGrams,
            String lead,
            List<String> cooperating,
            String due) {}

    /** {@return the rows in the order of the plan} */
    List<Row> rows() {
        Map<String, List<String>> paths = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (TaskNode node : nodes) {
            List<String> path = node.parent() == null ? List.of() : append(paths.get(node.parent()), node.parent());
            paths.put(node.id(), path);
            rows.add(row(node, path, rows.size()));
        }
        return rows;
    }

    private static Row row(TaskNode node, List<String> path, int ordinal) {
        List<String> texts = Stream.of(
                        node.title().zh(),
                        node.title().en(),
                        node.summary().zh(),
                        node.summary().en())
                .map(SearchText::normalize)
                .toList();
        Set<String> grams = new LinkedHashSet<>();
        texts.forEach(text -> grams.addAll(SearchText.grams(text)));
        return new Row(
                node.id(),
                node.parent(),
                path,
                ordinal,
                node.branch(),
                node.level(),
                node.clause(),
                node.title().zh(),
                node.title().en(),
                node.summary().zh(),
                node.summary().en(),
                node.verbs(),
                node.regions(),
                node.partnerRegions(),
                node.organisations(),
                node.systems(),
                node.indicators(),
                String.join("\n", texts),
                grams,
                node.lead(),
                node.cooperating(),
                node.due() == null ? null : node.due().toString());
    }

    private static List<String> append(List<String> path, String id) {
        List<String> longer = new ArrayList<>(path);
        longer.add(id);
        return longer;
    }
}
