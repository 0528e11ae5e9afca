package org.finplan.tasks.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.hibernate.query.NativeQuery;

/** The condition of one search, with its parameters. Every value is bound, none is written into the statement. */
final class TaskQuery {

    private static final String IS_FLAGGED = """
            EXISTS (SELECT 1 FROM task_flag f WHERE f.plan = t.plan AND f.task = t.id
                    AND (:all OR f.region = ANY (CAST(:readable AS text[]))))""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private TaskQuery() {}

    static TaskQuery of(TaskFilter filter, RegionSet scope) {
        TaskQuery query = new TaskQuery();
        query.equal("plan", filter.plan());
        query.equal("parent", filter.parent());
        query.equal("branch", filter.branch());
        query.equal("level", filter.level());
        query.contains("path", "under", filter.under());
        query.contains("indicators", "indicator", filter.indicator());
        query.regions(filter);
        query.words(filter.words());
        if (filter.status() != null) {
            query.conditions.add("t.level = 'measure'");
            query.equal("status", filter.status().code());
        }
        if (filter.flagged() != null) {
            query.conditions.add("t.level = 'measure'");
            query.conditions.add(filter.flagged() ? IS_FLAGGED : "NOT " + IS_FLAGGED);
            query.parameters.put("all", scope.all());
            query.parameters.put("readable", scope.codes().toArray(String[]::new));
        }
        return query;
    }

    /** Narrows to what follows a place; null narrows nothing. */
    TaskQuery after(TaskRepository.Place place) {
        if (place != null) {
            conditions.add("(t.plan, t.ordinal) > (:afterPlan, :afterOrdinal)");
            parameters.put("afterPlan", place.plan());
            parameters.put("afterOrdinal", place.ordinal());
        }
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    void bind(NativeQuery<?> statement) {
        parameters.forEach(statement::setParameter);
    }

    private void equal(String column, String value) {
        if (value != null) {
            conditions.add("t." + column + " = :" + column);
            parameters.put(column, value);
        }
    }

    private void contains(String column, String name, String value) {
        if (value != null) {
            conditions.add("t." + column + " @> CAST(:" + name + " AS text[])");
            parameters.put(name, new String[] {value});
        }
    }

    private void regions(TaskFilter filter) {
        if (!filter.regions().isEmpty()) {
            String named = "t.regions && CAST(:regions AS text[])";
            conditions.add("t.level = 'measure'");
            conditions.add(filter.cityWide() ? "(" + named + " OR t.regions = '{}')" : named);
            parameters.put("regions", filter.regions().toArray(String[]::new));
        }
    }

    private void words(List<String> words) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            pairs.addAll(SearchText.pairs(words.get(i)));
            conditions.add("strpos(t.search_text, :word" + i + ") > 0");
            parameters.put("word" + i, words.get(i));
        }
        if (!pairs.isEmpty()) {
            conditions.add("t.search_grams @> CAST(:pairs AS text[])");
            parameters.put("pairs", pairs.toArray(String[]::new));
        }
    }
}
