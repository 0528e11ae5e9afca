package org.finplan.risk.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an alert does, said once more in plain words and without the code under test: levels are 1 to 4, a report is a level, "clear",
 * "between" or "missing", states are their names on the wire.
 */
final class PlainAlert {

    /** The moves of people by state; what is not listed is refused. A move that needs feedback has a plus before it. */
    private static final Map<String, Map<String, String>> MOVES = Map.of(
            "raised", Map.of("acknowledge", "acknowledged"),
            "acknowledged", Map.of("order-disposal", "disposing", "+close", "closed"),
            "disposing", Map.of("record-feedback", "disposing", "+start-monitoring", "monitoring", "+close", "closed"),
            "monitoring", Map.of("+close", "closed"),
            "closed", Map.of());

    private final int pending;
    private final int hold;
    private final TreeMap<Integer, String> reports = new TreeMap<>();
    private String told = "";
    private String phase = "inactive";

    String state = "none";
    int level;
    int round;
    boolean causeGone;
    boolean feedback;

    PlainAlert(int pending, int hold) {
        this.pending = pending;
        this.hold = hold;
    }

    /** A report of a period, timely, late or instead of another one. */
    void report(int period, String report, int version) {
        reports.put(period, report);
        List<Integer> periods = reports.keySet().stream()
                .filter(known -> !reports.get(known).equals("missing"))
                .toList();
        List<String> judged = periods.stream().map(reports::get).toList();
        String newest =
                periods.isEmpty() ? "" : periods.get(periods.size() - 1) + "/" + versions(periods, period, version);
        String now = phase(judged);
        boolean same = newest.equals(told) && now.equals(phase);
        phase = now;
        if (!same) {
            follow(now, newest, lastLevel(judged));
        }
    }

    private final TreeMap<Integer, Integer> versions = new TreeMap<>();

    private int versions(List<Integer> periods, int period, int version) {
        versions.put(period, version);
        return versions.get(periods.get(periods.size() - 1));
    }

    /** On as soon as the last reports all break the rule; off as soon as the last ones all keep it. */
    private String phase(List<String> judged) {
        boolean on = false;
        boolean ever = false;
        boolean clearSince = false;
        for (int end = 1; end <= judged.size(); end++) {
            int wanted = on ? hold : pending;
            List<String> last = judged.subList(Math.max(0, end - wanted), end);
            boolean all = last.size() == wanted && last.stream().allMatch(on ? "clear"::equals : PlainAlert::breaks);
            clearSince = (on && all) || (clearSince && !on && !breaks(judged.get(end - 1)));
            on = on != all;
            ever |= on;
        }
        boolean breaks = !judged.isEmpty() && breaks(judged.get(judged.size() - 1));
        if (on) {
            return breaks ? "firing" : "held";
        }
        return breaks ? "pending" : ever && clearSince ? "resolved" : "inactive";
    }

    private static boolean breaks(String report) {
        return Character.isDigit(report.charAt(0));
    }

    private static int lastLevel(List<String> judged) {
        return judged.stream()
                .filter(PlainAlert::breaks)
                .mapToInt(Integer::parseInt)
                .reduce(0, (one, next) -> next);
    }

    private void follow(String now, String newest, int breach) {
        boolean holds = now.equals("held") && !state.equals("none") && !causeGone;
        boolean off = !now.equals("firing") && !now.equals("held");
        if ((state.equals("none") && off) || (state.equals("closed") && (off || holds))) {
            return;
        }
        told = newest.isEmpty() ? told : newest;
        if (off) {
            causeGone = true;
            state = state.equals("raised") ? "closed" : state;
        } else if (state.equals("none") || (!holds && (state.equals("closed") || state.equals("monitoring")))) {
            state = "raised";
            level = breach;
            round++;
            causeGone = false;
            feedback = false;
        } else if (!holds) {
            level = Math.max(level, breach);
            causeGone = false;
        }
    }

    /** {@return whether the move is made} */
    boolean move(String action) {
        Map<String, String> moves = MOVES.getOrDefault(state, Map.of());
        String to = moves.get(feedback ? "+" + action : action);
        to = to == null ? moves.get(action) : to;
        boolean early = action.equals("close") && !state.equals("monitoring") && !causeGone;
        if (to == null || early) {
            return false;
        }
        feedback |= action.equals("record-feedback");
        state = to;
        return true;
    }

    void overdue() {
        level = Math.min(4, level + 1);
    }

    void lapse() {
        state = "raised";
    }
}
