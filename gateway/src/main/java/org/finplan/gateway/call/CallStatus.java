package org.finplan.gateway.call;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Results of calls: one status such as {@code 403}, a class of them such as {@code 4xx}, or {@code aborted} for answers
 * that were not sent as a whole.
 *
 * @param least smallest status
 * @param most greatest status
 * @param aborted whether calls without a status are meant
 */
record CallStatus(int least, int most, boolean aborted) {

    /** The forms. */
    static final List<String> FORMS = List.of("100…599", "1xx…5xx", "aborted");

    private static final String ABORTED = "aborted";
    private static final Pattern FORM = Pattern.compile("([1-5])(?:xx|(\\d\\d))");
    private static final int CLASS = 100;

    static Optional<CallStatus> find(String text) {
        if (text.equals(ABORTED)) {
            return Optional.of(new CallStatus(0, 0, true));
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hundreds = Integer.parseInt(matcher.group(1)) * CLASS;
        if (matcher.group(2) == null) {
            return Optional.of(new CallStatus(hundreds, hundreds + CLASS - 1, false));
        }
        int status = hundreds + Integer.parseInt(matcher.group(2));
        return Optional.of(new CallStatus(status, status, false));
    }
}
