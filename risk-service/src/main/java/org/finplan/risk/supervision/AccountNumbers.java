package org.finplan.risk.supervision;

import java.util.regex.Pattern;

/** Finds what looks like the number of an account: records of supervision keep none, since many read them. */
final class AccountNumbers {

    /** Cards have 16 to 19 digits, accounts of banks up to 22, in groups or not. A credit code has letters between. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d(?:[ -]?\\d){15,21}(?![0-9A-Za-z])");

    private AccountNumbers() {}

    static boolean in(String text) {
        return NUMBER.matcher(text).find();
    }
}
