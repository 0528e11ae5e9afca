package org.finplan.gateway.openapi;

import org.finplan.platform.http.Accept;

/** What a caller of the document says it would rather have, or has. */
final class Preference {

    private Preference() {}

    /** Whether JSON stands higher in an {@code Accept} header than YAML; at the same weight YAML, the first form, wins. */
    static boolean ofJson(String accept) {
        double json = 0;
        double yaml = 0;
        for (Accept.Range range : Accept.of(accept).ranges()) {
            String type = range.name();
            if (type.endsWith("/json") || type.endsWith("+json")) {
                json = Math.max(json, range.weight());
            } else if (type.endsWith("yaml") || type.equals("*/*") || type.equals("text/*")) {
                yaml = Math.max(yaml, range.weight());
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
}
