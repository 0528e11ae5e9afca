package org.finplan.gateway.edge;

import java.util.Locale;

/** Refuses paths that two programs could read in two ways, so that a check here holds for the service behind. */
final class PathRules {

    private PathRules() {}

    /**
     * Whether a raw path has one reading only: no dot segments, no empty segments, no backslash, no encoded slash, dot,
     * backslash, percent or control character.
     *
     * @param path as sent, still encoded
     * @return whether it may go on
     */
    static boolean plain(String path) {
        if (!path.startsWith("/") || path.contains("//") || path.indexOf('\\') >= 0 || path.indexOf(';') >= 0) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return path.chars().allMatch(c -> c > ' ' && c < 0x7f) && !hidden(path.toLowerCase(Locale.ROOT));
    }

    private static boolean hidden(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length()) {
                return true;
            }
            int high = Character.digit(path.charAt(at + 1), 16);
            int low = Character.digit(path.charAt(at + 2), 16);
            int octet = high * 16 + low;
            boolean separator = octet == '/' || octet == '\\' || octet == '.' || octet == '%' || octet == ';';
            if (high < 0 || low < 0 || octet < ' ' || octet == 0x7f || separator) {
                return true;
            }
        }
        return false;
    }
}
