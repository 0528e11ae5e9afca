package org.finplan.gateway.request;

import java.net.URI;
import java.net.URISyntaxException;

/** The target of a request line, before anybody takes it apart. */
public final class RequestTarget {

    private static final String PLAIN = "-._~/?&=%:,+@!$'()*;";

    private RequestTarget() {}

    /**
     * Whether the server behind the codec goes on with a target; what {@link URI} does not read it answers with a bare 400.
     *
     * @param target as sent, path with query
     * @return whether it goes on
     */
    public static boolean readable(String target) {
        return plain(target) || parses(target);
    }

    /** Nearly all targets are made of what needs no parser, which takes a hundred times as long. */
    private static boolean plain(String target) {
        if (!target.startsWith("/") || target.startsWith("//")) {
            return false;
        }
        for (int at = 1; at < target.length(); at++) {
            char c = target.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && PLAIN.indexOf(c) < 0) {
                return false;
            }
            if (c == '%' && !(hexadecimal(target, at + 1) && hexadecimal(target, at + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hexadecimal(String target, int at) {
        return at < target.length() && Character.digit(target.charAt(at), 16) >= 0;
    }

    private static boolean parses(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
