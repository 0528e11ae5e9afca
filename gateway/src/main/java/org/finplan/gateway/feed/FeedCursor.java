package org.finplan.gateway.feed;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;

/**
 * A place in the event log: for each partition the offset of the next record to read. Opaque to callers; a checksum tells
 * garbage from a cursor.
 */
final class FeedCursor {

    private static final byte VERSION = 1;
    private static final int LONGEST = 8_192;
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final NavigableMap<TopicPartition, Long> offsets;

    FeedCursor(Map<TopicPartition, Long> offsets) {
        NavigableMap<TopicPartition, Long> sorted = new TreeMap<>(ORDER);
        sorted.putAll(offsets);
        this.offsets = Collections.unmodifiableNavigableMap(sorted);
    }

    /** {@return the next offset for each partition} */
    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    /** {@return the text that a caller sends back} */
    String encode() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(VERSION);
        String topic = "";
        for (Map.Entry<TopicPartition, Long> entry : offsets.entrySet()) {
            String next = entry.getKey().topic();
            putText(content, next.equals(topic) ? "" : next);
            putNumber(content, entry.getKey().partition());
            putNumber(content, entry.getValue());
            topic = next;
        }
        byte[] checksum = ByteBuffer.allocate(Integer.BYTES)
                .putInt(checksum(content.toByteArray()))
                .array();
        content.writeBytes(checksum);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.toByteArray());
    }

    /**
     * Reads a text that a caller sent.
     *
     * @param text of {@link #encode()}
     * @return the cursor, empty when the text is none
     */
    static Optional<FeedCursor> decode(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length <= Integer.BYTES || all[0] != VERSION) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(all, all.length - Integer.BYTES);
            int checksum = ByteBuffer.wrap(all, content.length, Integer.BYTES).getInt();
            return checksum == checksum(content) ? Optional.of(read(content)) : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException | BufferUnderflowException garbage) {
            return Optional.empty();
        }
    }

    private static FeedCursor read(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content, 1, content.length - 1);
        Map<TopicPartition, Long> offsets = new TreeMap<>(ORDER);
        String topic = "";
        while (buffer.hasRemaining()) {
            String named = text(buffer);
            topic = named.isEmpty() ? topic : named;
            int partition = Math.toIntExact(number(buffer));
            offsets.put(new TopicPartition(topic, partition), number(buffer));
        }
        return new FeedCursor(offsets);
    }

    private static void putText(ByteArrayOutputStream content, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        putNumber(content, octets.length);
        content.writeBytes(octets);
    }

    private static String text(ByteBuffer buffer) {
        long length = number(buffer);
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[(int) length];
        buffer.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** Seven bits to an octet, the lowest first. */
    private static void putNumber(ByteArrayOutputStream content, long number) {
        long rest = number;
        while (rest > 0x7f) {
            content.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        content.write((int) rest);
    }

    private static long number(ByteBuffer buffer) {
        long number = 0;
        int shift = 0;
        byte octet = buffer.get();
        while (octet < 0) {
            number |= (octet & 0x7fL) << shift;
            shift += 7;
            octet = buffer.get();
        }
        return number | ((long) octet << shift);
    }

    private static int checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
