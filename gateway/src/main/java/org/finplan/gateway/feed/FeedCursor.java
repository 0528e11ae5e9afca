package org.finplan.gateway.feed;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * A place in the event log: for each partition the offset of the next record to read, for each topic its id, so that a place
 * in another log of that name is told apart, and the time until which everything published has been read. Opaque to callers;
 * a checksum tells garbage from a cursor. Cursors of the first version know neither ids nor time.
 */
final class FeedCursor {

    private static final byte FIRST_VERSION = 1;
    private static final byte VERSION = 2;
    private static final int ID_LENGTH = 16;
    private static final int LONGEST = 8_192;
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final NavigableMap<TopicPartition, Long> offsets;
    private final Map<String, Uuid> ids;
    private final Instant readUntil;

    /**
     * A cursor.
     *
     * @param offsets the next offset for each partition
     * @param ids of the topics, as far as they are known
     * @param readUntil time until which everything published has been read; {@link Instant#EPOCH} when that is not known
     */
    FeedCursor(Map<TopicPartition, Long> offsets, Map<String, Uuid> ids, Instant readUntil) {
        NavigableMap<TopicPartition, Long> sorted = new TreeMap<>(ORDER);
        sorted.putAll(offsets);
        this.offsets = Collections.unmodifiableNavigableMap(sorted);
        this.ids = Map.copyOf(ids);
        this.readUntil = readUntil;
    }

    /** {@return a place in the log that these topics are} */
    static FeedCursor in(LogTopics topics, Map<TopicPartition, Long> offsets, Instant readUntil) {
        Map<String, Uuid> ids = new HashMap<>();
        topics.byName().forEach((name, topic) -> ids.put(name, topic.id()));
        return new FeedCursor(offsets, ids, readUntil);
    }

    /** {@return the next offset for each partition} */
    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    /** {@return the topics in which it is a place} */
    NavigableSet<String> topics() {
        NavigableSet<String> topics = new TreeSet<>();
        offsets.keySet().forEach(partition -> topics.add(partition.topic()));
        return topics;
    }

    /** {@return the id of a topic; {@link Uuid#ZERO_UUID} when it is not known} */
    Uuid id(String topic) {
        return ids.getOrDefault(topic, Uuid.ZERO_UUID);
    }

    /** {@return time until which everything published has been read; {@link Instant#EPOCH} when that is not known} */
    Instant readUntil() {
        return readUntil;
    }

    /** {@return whether what the cursor says of a topic is said of another log than the one of that id} */
    boolean isOfAnother(String topic, Uuid present) {
        Uuid known = id(topic);
        return !known.equals(Uuid.ZERO_UUID) && !known.equals(present);
    }

    /** {@return the text that a caller sends back} */
    String encode() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(VERSION);
        putNumber(content, readUntil.toEpochMilli());
        String topic = "";
        for (Map.Entry<TopicPartition, Long> entry : offsets.entrySet()) {
            String next = entry.getKey().topic();
            if (next.equals(topic)) {
                putText(content, "");
            } else {
                putText(content, next);
                putId(content, id(next));
            }
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
     * @param text of {@link #encode()}, also of an earlier version
     * @return the cursor, empty when the text is none
     */
    static Optional<FeedCursor> decode(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length <= Integer.BYTES || (all[0] != FIRST_VERSION && all[0] != VERSION)) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(all, all.length - Integer.BYTES);
            int checksum = ByteBuffer.wrap(all, content.length, Integer.BYTES).getInt();
            return checksum == checksum(content) ? Optional.of(read(content)) : Optional.empty();
        } catch (IllegalArgumentException
                | ArithmeticException
                | BufferUnderflowException
                | DateTimeException garbage) {
            return Optional.empty();
        }
    }

    private static FeedCursor read(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        boolean first = buffer.get() == FIRST_VERSION;
        Instant readUntil = first ? Instant.EPOCH : Instant.ofEpochMilli(number(buffer));
        Map<TopicPartition, Long> offsets = new TreeMap<>(ORDER);
        Map<String, Uuid> ids = new HashMap<>();
        String topic = "";
        while (buffer.hasRemaining()) {
            String named = text(buffer);
            if (!named.isEmpty()) {
                topic = named;
                if (!first) {
                    ids.put(topic, new Uuid(buffer.getLong(), buffer.getLong()));
                }
            }
            int partition = Math.toIntExact(number(buffer));
            offsets.put(new TopicPartition(topic, partition), number(buffer));
        }
        return new FeedCursor(offsets, ids, readUntil);
    }

    private static void putId(ByteArrayOutputStream content, Uuid id) {
        content.writeBytes(ByteBuffer.allocate(ID_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
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
