package org.finplan.tasks.calendar.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its owner holds it: {@code fpc_}, a public prefix of 8 characters that finds its row, and 256 random bits. Nobody can try
 * all of them, so that neither salt nor a slow hash is needed (ADR 11).
 *
 * @param prefix the public part
 * @param text the whole key; never stored, never logged
 */
record CalendarSecret(String prefix, String text) {

    private static final String MARK = "fpc_";
    private static final int BYTES = 32;
    private static final int PREFIX_LENGTH = 8;
    private static final String PREFIX_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern FORM = Pattern.compile("fpc_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Stands where no key was shown, so that it is looked up and compared like any other. */
    static final CalendarSecret NONE = new CalendarSecret("", "");

    /** {@return a new key} */
    static CalendarSecret fresh() {
        StringBuilder prefix = new StringBuilder(PREFIX_LENGTH);
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            prefix.append(PREFIX_LETTERS.charAt(RANDOM.nextInt(PREFIX_LETTERS.length())));
        }
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new CalendarSecret(prefix.toString(), MARK + prefix + "_" + secret);
    }

    /** {@return the key that was shown, empty when it has not the form of one} */
    static Optional<CalendarSecret> parse(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new CalendarSecret(text.substring(MARK.length(), MARK.length() + PREFIX_LENGTH), text));
    }

    /** {@return SHA-256 of the whole key} */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Compares in a time that does not depend on where they differ.
     *
     * @param stored the hash that is kept, in hexadecimal digits
     * @return whether it is that of this key
     */
    boolean hasHash(String stored) {
        return MessageDigest.isEqual(hash(), HexFormat.of().parseHex(stored));
    }

    /** Shows nothing of the secret, wherever it is printed. */
    @Override
    public String toString() {
        return MARK + prefix + "_…";
    }
}
