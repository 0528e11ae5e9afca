package org.finplan.tasks.supervision.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answers to matters, as other parts of supervision write and read them. */
@ApplicationScoped
public class Replies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReplyRepository replies;

    Replies(ReplyRepository replies) {
        this.replies = replies;
    }

    /**
     * Stores an answer.
     *
     * @param supervision id of the matter
     * @param region its region
     * @param reply the answer, not checked yet
     */
    public void add(UUID supervision, String region, Reply reply) {
        replies.add(supervision, region, reply, json(reply.evidence()));
    }

    /**
     * Stores what somebody made of an answer.
     *
     * @param supervision id of the matter
     * @param number number of the answer
     * @param accepted whether it is taken
     * @param by subject
     * @param remark words, or null
     * @param at when
     */
    public void check(UUID supervision, int number, boolean accepted, String by, @Nullable String remark, Instant at) {
        replies.check(supervision, number, accepted, by, remark, at);
    }

    /**
     * Reads the answers to a matter.
     *
     * @param supervision its id
     * @return its answers in their order
     */
    public List<Reply> of(UUID supervision) {
        return replies.of(supervision, Replies::evidence);
    }

    private static String json(List<Evidence> evidence) {
        try {
            return JSON.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence is plain", e);
        }
    }

    private static List<Evidence> evidence(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Evidence>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged evidence", e);
        }
    }
}
