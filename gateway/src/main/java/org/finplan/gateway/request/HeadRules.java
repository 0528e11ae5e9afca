package org.finplan.gateway.request;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.http.SingleHeaders;

/**
 * Looks through the headers of a request once: how large they are, and whether another program could cut the message or
 * name its host in another way than this one. The HTTP codec is lenient where RFC 9112 leaves it the choice; a gateway must not be.
 */
final class HeadRules {

    private static final String HOST = "Host";
    private static final String CODING = "Transfer-Encoding";
    private static final String LENGTH = "Content-Length";

    private long size;
    private int hosts;
    private int codings;
    private int lengths;
    private boolean plain = true;
    private final SingleHeaders single = new SingleHeaders();

    private HeadRules() {}

    static HeadRules of(MultiMap headers) {
        HeadRules head = new HeadRules();
        for (Map.Entry<String, String> header : headers) {
            head.add(header.getKey(), header.getValue());
        }
        return head;
    }

    /** {@return characters of all names and values} */
    long size() {
        return size;
    }

    /**
     * Whether the head has one reading only.
     *
     * @param version of the request
     * @return whether it names one host (HTTP/1.1) and its body in one way, and every header has a name
     */
    boolean plain(HttpVersion version) {
        boolean host = hosts == 1 || (hosts == 0 && version == HttpVersion.HTTP_1_0);
        boolean chunks = codings == 0 || (lengths == 0 && version == HttpVersion.HTTP_1_1);
        return plain && host && codings <= 1 && lengths <= 1 && chunks;
    }

    /** {@return the first header that stands twice and must not} */
    Optional<String> repeated() {
        return single.repeated();
    }

    private void add(String name, String value) {
        size += name.length() + value.length();
        single.add(name);
        // The length of the name first: it tells nearly all headers apart from those that matter.
        switch (name.length()) {
            case 0 -> plain = false;
            case 4 -> host(name, value);
            case 14 -> lengths += LENGTH.equalsIgnoreCase(name) ? 1 : 0;
            case 17 -> coding(name, value);
            default -> {}
        }
    }

    private void host(String name, String value) {
        if (HOST.equalsIgnoreCase(name)) {
            hosts++;
            plain &= isHost(value);
        }
    }

    private void coding(String name, String value) {
        if (CODING.equalsIgnoreCase(name)) {
            codings++;
            plain &= "chunked".equalsIgnoreCase(value);
        }
    }

    /** A name or an address with or without a port; what else RFC 3986 allows has no place in front of a service. */
    private static boolean isHost(String host) {
        for (int at = 0; at < host.length(); at++) {
            char c = host.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && "-._:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return !host.isEmpty();
    }
}
