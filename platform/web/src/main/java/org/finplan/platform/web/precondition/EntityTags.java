package org.finplan.platform.web.precondition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes strong entity tags (RFC 9110, 8.8.3). */
public final class EntityTags {

    private static final int HASH_BYTES = 12;

    private EntityTags() {}

    /**
     * The tag of a version.
     *
     * @param version version of the resource, counted up by each change
     * @return the tag with its quotes
     */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The tag of a resource that has no version of its own.
     *
     * @param parts all that the representation depends on
     * @return the tag with its quotes
     */
    public static String of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return "\"" + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
