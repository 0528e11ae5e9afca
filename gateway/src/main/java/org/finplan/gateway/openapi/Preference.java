package org.finplan.gateway.openapi;

import java.util.Locale;

/** What a caller of the document says it would rather have, or has. */
final class Preference {

    private Preference() {}

    /** Whether JSON stands higher in an {@code Accept} header than YAML; at the same weight YAML, the first form, wins. */
    static boolean ofJson(String accept) {
        if (accept == null) {
            return false;
        }
        double json = 0;
        double yaml = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip();
            double weight = weight(parts);
            if (type.endsWith("/json") || type.endsWith("+json")) {
                json = Math.max(json, weight);
            } else if (type.endsWith("yaml") || type.equals("*/*") || type.equals("text/*")) {
                yaml = Math.max(yaml, weight);
            }
        }
        return json > yaml;
    }

    /** Whether an {@code If-None-Match} header names a tag, compared weakly as RFC 9110 says. */
    static boolean names(String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String one : header.split(",", -1)) {
            String known = one.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException malformed) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
