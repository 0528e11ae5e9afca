package org.finplan.platform.plan.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How many letters differ between two names (Levenshtein), to name what somebody may have meant. */
public final class EditDistance {

    private static final int MOST = 5;
    private static final int LONGEST = 64;

    private EditDistance() {}

    /**
     * Finds names that may have been meant.
     *
     * @param name what was sent
     * @param names the names that there are
     * @return the nearest few, the nearest first
     */
    public static List<String> nearest(String name, Stream<String> names) {
        // A longer name is no near match of anything; its distance is not worth reckoning.
        String start = name.substring(0, Math.min(name.length(), LONGEST));
        return names.distinct()
                .sorted(Comparator.comparingInt((String other) -> between(start, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    static int between(String one, String other) {
        String from = one.toUpperCase(Locale.ROOT).replace('-', '_');
        String to = other.toUpperCase(Locale.ROOT).replace('-', '_');
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
