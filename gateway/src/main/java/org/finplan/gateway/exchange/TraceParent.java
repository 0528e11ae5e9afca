package org.finplan.gateway.exchange;

import io.vertx.core.http.HttpHeaders;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * W3C trace context, version 00.
 *
 * @param traceId 32 hexadecimal digits, never all zero
 * @param spanId 16 hexadecimal digits, never all zero
 * @param flags 2 hexadecimal digits
 */
public record TraceParent(String traceId, String spanId, String flags) {

    /** Its header; hashed and encoded once, not with each request. */
    public static final CharSequence HEADER = HttpHeaders.createOptimized("traceparent");

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Goes on with the caller's trace, or begins one when the header is absent or malformed.
     *
     * @param header value of {@code traceparent}, or null
     * @return the context of this hop: the caller's trace with a span of its own
     */
    public static TraceParent continueFrom(String header) {
        if (header != null) {
            Matcher matcher = FORM.matcher(header);
            if (matcher.matches() && !zero(matcher.group(1)) && !zero(matcher.group(2))) {
                return new TraceParent(matcher.group(1), newSpan(), matcher.group(3));
            }
        }
        return new TraceParent(newSpan() + newSpan(), newSpan(), "01");
    }

    /** {@return the value of the header} */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String newSpan() {
        long value;
        do {
            value = ThreadLocalRandom.current().nextLong();
        } while (value == 0);
        return HEX.toHexDigits(value);
    }

    private static boolean zero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }
}
