package org.finplan.platform.problem;

import java.util.Locale;

/** Chooses between the two languages of the suite by {@code Accept-Language} (RFC 9110, 12.5.4), Chinese first. */
public final class Language {

    private Language() {}

    /**
     * Whether the caller prefers English.
     *
     * @param acceptLanguage the header, or null
     * @return true only when English has a higher weight than Chinese
     */
    public static boolean prefersEnglish(String acceptLanguage) {
        if (acceptLanguage == null) {
            return false;
        }
        double chinese = -1;
        double english = -1;
        double any = -1;
        for (String range : acceptLanguage.split(",", 32)) {
            String[] parts = range.split(";", 2);
            String tag = parts[0].trim().toLowerCase(Locale.ROOT);
            double weight = parts.length < 2 ? 1 : weight(parts[1]);
            if (matches(tag, "zh")) {
                chinese = Math.max(chinese, weight);
            } else if (matches(tag, "en")) {
                english = Math.max(english, weight);
            } else if (tag.equals("*")) {
                any = Math.max(any, weight);
            }
        }
        return weigh(english, any) > weigh(chinese, any);
    }

    private static double weigh(double named, double any) {
        return named >= 0 ? named : Math.max(any, 0);
    }

    private static boolean matches(String tag, String language) {
        return tag.equals(language) || tag.startsWith(language + "-");
    }

    private static double weight(String parameter) {
        String text = parameter.trim();
        if (!text.startsWith("q=")) {
            return 1;
        }
        try {
            double weight = Double.parseDouble(text.substring(2));
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
