package org.finplan.risk.network.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of many short texts, each with its length before it, so that no two lists of texts have the same. */
final class ContentDigest {

    private static final int ROOM = 16_384;

    private final MessageDigest digest;
    private final byte[] waiting = new byte[ROOM];
    private int size;

    ContentDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            put((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            put(bytes);
        }
    }

    private void put(byte[] bytes) {
        if (size + bytes.length > ROOM) {
            digest.update(waiting, 0, size);
            size = 0;
        }
        if (bytes.length > ROOM) {
            digest.update(bytes);
        } else {
            System.arraycopy(bytes, 0, waiting, size, bytes.length);
            size += bytes.length;
        }
    }

    byte[] value() {
        digest.update(waiting, 0, size);
        size = 0;
        return digest.digest();
    }
}
