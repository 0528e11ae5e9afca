package org.finplan.gateway.request;

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
        if (!path.startsWith("/")) {
            return false;
        }
        int segment = 1;
        for (int at = 1; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c == '/') {
                if (at == segment || dots(path, segment, at)) {
                    return false;
                }
                segment = at + 1;
            } else if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';' || (c == '%' && hides(path, at))) {
                return false;
            }
        }
        return !dots(path, segment, path.length());
    }

    private static boolean dots(String path, int from, int to) {
        int length = to - from;
        return (length == 1 || length == 2) && path.startsWith(length == 1 ? "." : "..", from);
    }

    /** Whether the percent sign begins no octet, or one that has another meaning when it is decoded. */
    private static boolean hides(String path, int at) {
        if (at + 2 >= path.length()) {
            return true;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        int octet = high * 16 + low;
        boolean separator = octet == '/' || octet == '\\' || octet == '.' || octet == '%' || octet == ';';
        return high < 0 || low < 0 || octet < ' ' || octet == 0x7f || separator;
    }
}
