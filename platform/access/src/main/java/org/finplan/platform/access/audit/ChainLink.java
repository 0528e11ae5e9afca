package org.finplan.platform.access.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A record with its place in the hash chain: {@code hash = SHA-256(previous hash, fields)}, each field with its length
 * before it, so that no two records give the same bytes.
 *
 * @param record the record
 * @param previousHash hash of the record before, 32 zero bytes for the first
 * @param hash hash of this record
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by Arrays.equals only
public record ChainLink(AuditRecord record, byte[] previousHash, byte[] hash) {

    private static final int HASH_BYTES = 32;
    private static final int ABSENT = -1;

    /** What stands before the first record. */
    static byte[] start() {
        return new byte[HASH_BYTES];
    }

    /** Chains a record to the one before. */
    static ChainLink after(byte[] previousHash, AuditRecord record) {
        return new ChainLink(record, previousHash, hash(previousHash, record));
    }

    /** Whether the link is the one that belongs after a hash, unchanged. */
    boolean follows(byte[] expectedPrevious) {
        return Arrays.equals(previousHash, expectedPrevious) && Arrays.equals(hash, hash(previousHash, record));
    }

    /** {@return the hash in hexadecimal} */
    String hashText() {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hash(byte[] previousHash, AuditRecord record) {
        MessageDigest digest = sha256();
        digest.update(previousHash);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(record.sequence()).array());
        update(digest, record.id().toString());
        update(digest, record.recordedAt().toString());
        update(digest, record.subject());
        update(digest, record.client());
        update(digest, record.roles());
        update(digest, record.action());
        update(digest, record.resource());
        update(digest, record.region());
        update(digest, record.detail());
        update(digest, record.requestId());
        update(digest, record.traceId());
        return digest.digest();
    }

    private static void update(MessageDigest digest, String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        int length = field == null ? ABSENT : bytes.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
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
