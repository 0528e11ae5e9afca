package org.finplan.tasks.task.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.statement.SqlStatement;

/** The condition of one search, with its parameters. Every value is bound, none is written into the statement. */
final class TaskCondition {

    private static final String IS_FLAGGED = "(t.plan, t.id) IN (SELECT * FROM unnest(:flaggedPlans, :flaggedIds))";

    /** Both titles are the first two lines of the text. */
    private static final String IN_TITLE = "(strpos(split_part(t.search_text, chr(10), 1), :word%1$d) > 0"
            + " OR strpos(split_part(t.search_text, chr(10), 2), :word%1$d) > 0%2$s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Collection<String>> arrays = new HashMap<>();

    private final List<String> inTitle = new ArrayList<>();

    private TaskCondition() {}

    static TaskCondition of(TaskFilter filter, Set<TaskKey> flagged) {
        TaskCondition condition = new TaskCondition();
        condition.conditions.add("t.plan = ANY (:plans)");
        condition.arrays.put("plans", filter.plans());
        condition.equal("parent", filter.parent());
        condition.equal("branch", filter.branch());
        condition.equal("level", filter.level());
        condition.equal("year", filter.year());
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
            condition.measuresOnly();
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

    /** {@return how many of the words stand in the title, as an expression} */
    String found() {
        return inTitle.isEmpty()
                ? "0"
                : inTitle.stream().map(word -> "CAST(" + word + " AS integer)").collect(Collectors.joining(" + "));
    }

    /** Narrows to what follows a position in the order of {@link #found} and then of the plans; null narrows nothing. */
    TaskCondition after(TaskPosition position, boolean ranked) {
        if (position != null) {
            String follows = "(t.plan, t.ordinal) > (:afterPlan, :afterOrdinal)";
            if (ranked) {
                conditions.add("(%1$s < :afterFound OR %1$s = :afterFound AND %2$s)".formatted(found(), follows));
                values.put("afterFound", position.found());
            } else {
                conditions.add(follows);
            }
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
        conditions.add("t.level IN ('measure', 'work-point')");
    }

    private void measuresOnly() {
        conditions.add("t.level = 'measure'");
    }

    private void equal(String column, Object value) {
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

    /**
     * Every word must be found: as it stands, or in another form when it is English. The index gives what holds all pairs of
     * the word, the text decides.
     */
    private void words(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            values.put("word" + i, word);
            arrays.put("grams" + i, SearchQuery.grams(word));
            String asItStands = "t.search_grams @> :grams%1$d AND strpos(t.search_text, :word%1$d) > 0".formatted(i);
            if (SearchQuery.isEnglish(word)) {
                conditions.add(
                        "(" + asItStands + " OR t.english @@ plainto_tsquery('pg_catalog.english', :word" + i + "))");
                values.put("titleWord" + i, word + ":A");
                inTitle.add(IN_TITLE.formatted(
                        i, " OR t.english @@ to_tsquery('pg_catalog.english', :titleWord" + i + ")"));
            } else {
                conditions.add(asItStands);
                inTitle.add(IN_TITLE.formatted(i, ""));
            }
        }
    }
}
