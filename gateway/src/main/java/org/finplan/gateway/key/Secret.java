package org.finplan.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.finplan.gateway.identity.ApiKeys;

/**
 * An API key as its owner holds it: {@code fpk_}, a public prefix of 8 characters that finds its row, and 256 random bits.
 *
 * @param prefix the public part
 * @param text the whole key; never stored, never logged
 */
record Secret(String prefix, String text) {

    private static final int BYTES = 32;
    private static final int PREFIX_LENGTH = 8;
    private static final String PREFIX_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern FORM = Pattern.compile("fpk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** {@return a new key with a prefix of its own} */
    static Secret fresh() {
        StringBuilder prefix = new StringBuilder(PREFIX_LENGTH);
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            prefix.append(PREFIX_LETTERS.charAt(RANDOM.nextInt(PREFIX_LETTERS.length())));
        }
        return withPrefix(prefix.toString());
    }

    /** {@return a new secret for a key that has its prefix already} */
    static Secret withPrefix(String prefix) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new Secret(prefix, ApiKeys.MARK + prefix + "_" + secret);
    }

    /** {@return the key that a caller sent, empty when it has not the form of one} */
    static Optional<Secret> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int start = ApiKeys.MARK.length();
        return Optional.of(new Secret(text.substring(start, start + PREFIX_LENGTH), text));
    }

    /** {@return SHA-256 of the whole key} */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Shows nothing of the secret, wherever it is printed. */
    @Override
    public String toString() {
        return ApiKeys.MARK + prefix + "_…";
    }
}
