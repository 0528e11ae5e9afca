package org.finplan.platform.web.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * The place after which a list goes on: the sort keys of the last row seen, wrapped so that callers do not build on
 * them. A cursor is bound to the query that made it. It holds nothing that its reader has not seen, and what it names
 * goes through the caller's scope again, so it is not signed.
 */
public final class Cursor {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int FINGERPRINT_BYTES = 8;
    private static final int LONGEST = 2_000;
    private static final int MOST_KEYS = 16;
    /** A day of a year that is not written with four digits: no row has one, and the database cannot hold all of them. */
    private static final Pattern FAR_DAY = Pattern.compile("[+-]\\d{4,}-\\d\\d-\\d\\d(T.*)?");

    private Cursor() {}

    /**
     * Wraps the sort keys of a row.
     *
     * @param query identity of the query: all that decides which rows come in which order
     * @param keys the sort keys of the last row of a page
     * @return the cursor, safe in a URL
     */
    public static String encode(String query, List<String> keys) {
        List<String> parts = new ArrayList<>(keys.size() + 1);
        parts.add(fingerprint(query));
        parts.addAll(keys);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of strings always serialises", e);
        }
    }

    /**
     * Unwraps the sort keys.
     *
     * @param query identity of the query that is asked now
     * @param cursor what {@link #encode} made for the same query
     * @return the sort keys
     * @throws ProblemException {@code invalid-cursor} when the cursor is malformed or of another query
     */
    public static List<String> decode(String query, String cursor) {
        if (cursor.length() > LONGEST) {
            throw invalid(cursor);
        }
        List<String> parts;
        try {
            parts = JSON.readValue(Base64.getUrlDecoder().decode(cursor), new TypeReference<List<String>>() {});
        } catch (IllegalArgumentException | IOException e) {
            throw invalid(cursor);
        }
        if (parts == null
                || parts.size() < 2
                || parts.size() > MOST_KEYS
                || parts.contains(null)
                || !parts.get(0).equals(fingerprint(query))
                || parts.stream().anyMatch(key -> FAR_DAY.matcher(key).matches())) {
            throw invalid(cursor);
        }
        return List.copyOf(parts.subList(1, parts.size()));
    }

    /**
     * The problem of a cursor that unwraps, but whose keys the query cannot use.
     *
     * @param cursor as it was sent
     * @return the problem, to be thrown
     */
    public static ProblemException invalid(String cursor) {
        LocalizedText text = new LocalizedText(
                "游标已损坏，或属于另一查询；请去掉 cursor 从第一页重新读取。",
                "The cursor is damaged or of another query; leave it out to start from the first page.");
        ProblemError error = new ProblemError("?cursor", cursor, WebError.INVALID_CURSOR.code(), text, List.of());
        return new ProblemException(WebError.INVALID_CURSOR, text, List.of(error));
    }

    private static String fingerprint(String query) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
