package org.finplan.tasks.task.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.statement.SqlStatement;

/** The condition of one search, with its parameters. Every value is bound, none is written into the statement. */
final class TaskCondition {

    private static final String IS_FLAGGED = "(t.plan, t.id) IN (SELECT * FROM unnest(:flaggedPlans, :flaggedIds))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Collection<String>> arrays = new HashMap<>();

    private TaskCondition() {}

    static TaskCondition of(TaskFilter filter, Set<TaskKey> flagged) {
        TaskCondition condition = new TaskCondition();
        condition.conditions.add("t.plan = ANY (:plans)");
        condition.arrays.put("plans", filter.plans());
        condition.equal("parent", filter.parent());
        condition.equal("branch", filter.branch());
        condition.equal("level", filter.level());
        condition.contains("path", "under", filter.under());
        condition.contains("indicators", "indicator", filter.indicator());
        condition.contains("verbs", "verb", filter.verb());
        condition.unit(filter.unit());
        condition.regions(filter);
        condition.words(filter.words());
        if (filter.status() != null) {
            condition.leavesOnly();
            condition.equal("status", filter.status().code());
        }
        if (filter.flagged() != null) {
            condition.leavesOnly();
            condition.conditions.add(filter.flagged() ? IS_FLAGGED : "NOT " + IS_FLAGGED);
            condition.arrays.put(
                    "flaggedPlans", flagged.stream().map(TaskKey::plan).toList());
            condition.arrays.put("flaggedIds", flagged.stream().map(TaskKey::id).toList());
        }
        if (filter.behind() != null) {
            condition.behind(filter.behind());
        }
        return condition;
    }

    /** Narrows to what follows a position; null narrows nothing. */
    TaskCondition after(TaskPosition position) {
        if (position != null) {
            conditions.add("(t.plan, t.ordinal) > (:afterPlan, :afterOrdinal)");
            values.put("afterPlan", position.plan());
            values.put("afterOrdinal", position.ordinal());
        }
        return this;
    }

    /** {@return the clause, empty when nothing narrows} */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Binds the parameters of the clause. */
    <S extends SqlStatement<S>> S bind(S statement) {
        statement.bindMap(values);
        arrays.forEach((name, codes) -> statement.bindArray(name, String.class, List.copyOf(codes)));
        return statement;
    }

    private void leavesOnly() {
        conditions.add("t.level = 'measure'");
    }

    private void equal(String column, String value) {
        if (value != null) {
            conditions.add("t." + column + " = :" + column);
            values.put(column, value);
        }
    }

    private void contains(String column, String name, String value) {
        if (value != null) {
            conditions.add("t." + column + " @> :" + name);
            arrays.put(name, List.of(value));
        }
    }

    private void unit(String unit) {
        if (unit != null) {
            conditions.add("(t.plan, t.id) IN (SELECT * FROM tasks_of_units(:unit))");
            arrays.put("unit", List.of(unit));
        }
    }

    private void regions(TaskFilter filter) {
        if (!filter.regions().isEmpty()) {
            String named = "t.regions && :regions";
            leavesOnly();
            conditions.add(filter.cityWide() ? "(" + named + " OR t.regions = '{}')" : named);
            arrays.put("regions", filter.regions());
        }
    }

    /** What is behind compares a column with a day alone, so that an index finds it. Cities have calendars of their own. */
    private void behind(TaskFilter.Behind behind) {
        leavesOnly();
        List<String> each = new ArrayList<>();
        behind.before().forEach((day, plans) -> {
            String late = "t.behind_after < :behind" + each.size();
            String plan = "t.plan = ANY (:behindPlans" + each.size() + ")";
            values.put("behind" + each.size(), day);
            arrays.put("behindPlans" + each.size(), plans);
            each.add("(" + plan + " AND " + (behind.wanted() ? late : "(" + late + ") IS NOT TRUE") + ")");
        });
        conditions.add(each.isEmpty() ? "false" : "(" + String.join(" OR ", each) + ")");
    }

    private void words(List<String> words) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            pairs.addAll(SearchText.pairs(words.get(i)));
            conditions.add("strpos(t.search_text, :word" + i + ") > 0");
            values.put("word" + i, words.get(i));
        }
        if (!pairs.isEmpty()) {
            conditions.add("t.search_grams @> :pairs");
            arrays.put("pairs", pairs);
        }
    }
}
