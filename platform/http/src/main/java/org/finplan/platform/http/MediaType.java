package org.finplan.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A media type, or a range of them, with its parameters (RFC 9110, 8.3.1).
 *
 * @param type such as {@code application}, in lower case
 * @param subtype such as {@code json}, in lower case
 * @param parameters by their names in lower case; of a name that stands twice the first
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

    private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a media type.
     *
     * @param text as sent
     * @return the type, empty when it is none; parameters that cannot be read are left out
     */
    public static Optional<MediaType> parse(String text) {
        List<String> parts = split(text, ';');
        String[] names = parts.get(0).toLowerCase(Locale.ROOT).split("/", -1);
        if (names.length != 2
                || !TOKEN.matcher(names[0]).matches()
                || !TOKEN.matcher(names[1]).matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String value = unquoted(part.substring(equals + 1).strip());
                parameters.putIfAbsent(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return Optional.of(new MediaType(names[0], names[1], parameters));
    }

    /** {@return whether this is JSON, whatever its parameters} */
    public boolean isJson() {
        return type.equals("application") && subtype.equals("json");
    }

    /** {@return whether the text is said to be UTF-8, or nothing is said of it} */
    public boolean isUtf8() {
        String charset = parameters.getOrDefault("charset", "utf-8");
        return charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8");
    }

    /** Cuts a header at a separator that stands outside of quotes, without the blanks around. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && quoted) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(text.substring(Math.min(start, text.length())).strip());
        return parts;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\", "") : value;
    }
}
