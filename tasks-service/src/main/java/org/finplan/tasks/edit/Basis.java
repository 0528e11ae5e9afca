package org.finplan.tasks.edit;

import jakarta.annotation.Nullable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a dry run showed, as a short text: 12 bytes of the hash of all of it, then 4 bytes for each task. Whoever applies the
 * change sends it back, so that what is applied is what was shown; the bytes of the single tasks say which of them became
 * different meanwhile, without anything being kept.
 */
final class Basis {

    private static final int WHOLE = 12;

    private final List<EditedTask> shown;

    /**
     * A basis.
     *
     * @param shown the tasks before and after, in any order
     */
    Basis(Collection<EditedTask> shown) {
        this.shown = shown.stream()
                .sorted((one, other) ->
                        one.before().id().compareTo(other.before().id()))
                .toList();
    }

    /** {@return the text of it, URL-safe} */
    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(WHOLE + Integer.BYTES * shown.size());
        MessageDigest whole = sha256();
        shown.forEach(task -> whole.update(digest(task)));
        bytes.put(whole.digest(), 0, WHOLE);
        shown.forEach(task -> bytes.put(digest(task), 0, Integer.BYTES));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Finds what is no longer as it was shown.
     *
     * @param basis the text of what was shown
     * @return the tasks that were shown otherwise, or not at all; empty too when tasks that were shown are gone
     */
    List<EditedTask> differentFrom(String basis) {
        Set<Integer> known = digests(basis);
        return shown.stream()
                .filter(task -> !known.contains(ByteBuffer.wrap(digest(task)).getInt()))
                .toList();
    }

    private static Set<Integer> digests(String basis) {
        Set<Integer> digests = new HashSet<>();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(basis));
            bytes.position(Math.min(WHOLE, bytes.limit()));
            while (bytes.remaining() >= Integer.BYTES) {
                digests.add(bytes.getInt());
            }
            return digests;
        } catch (IllegalArgumentException notOurs) {
            return Set.of();
        }
    }

    private static byte[] digest(EditedTask task) {
        MessageDigest digest = sha256();
        add(digest, task.before().id());
        for (FieldChange field : task.fields()) {
            add(digest, field.field());
            add(digest, field.before());
            add(digest, field.after());
        }
        return digest.digest();
    }

    /** Each part goes with its length, so that no two lists of parts look the same. */
    private static void add(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(((part == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
