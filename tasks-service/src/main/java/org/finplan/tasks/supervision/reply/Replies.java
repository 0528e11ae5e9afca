package org.finplan.tasks.supervision.reply;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.tasks.evidence.Citation;
import org.finplan.tasks.evidence.Citations;
import org.finplan.tasks.evidence.CitingClaim;
import org.finplan.tasks.evidence.Evidence;
import org.finplan.tasks.evidence.EvidenceJson;
import org.finplan.tasks.evidence.EvidenceView;

/** The answers to matters, as other parts of supervision write and read them. */
@ApplicationScoped
public class Replies {

    private final ReplyRepository replies;
    private final Citations citations;

    Replies(ReplyRepository replies, Citations citations) {
        this.replies = replies;
        this.citations = citations;
    }

    /**
     * An answer that is given.
     *
     * @param number 1 for the first
     * @param text what was done
     * @param evidence what proves it
     * @param by subject
     * @param at when
     */
    public record Answer(int number, String text, List<Evidence> evidence, String by, Instant at) {}

    /**
     * Holds back what would change the observations that an answer cites. To be called before its matter is locked.
     *
     * @param evidence what proves the answer
     */
    public void hold(List<Evidence> evidence) {
        citations.hold(evidence);
    }

    /**
     * Stores an answer, not checked yet.
     *
     * @param claim the matter, with the number of the answer as its part
     * @param answer the answer
     */
    public void add(CitingClaim claim, Answer answer) {
        replies.add(claim.id(), claim.region(), answer, EvidenceJson.write(answer.evidence()));
        citations.cite(claim, answer.evidence());
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
        List<Citation> cited = citations.of(List.of(supervision)).getOrDefault(supervision, List.of());
        return replies.of(
                supervision,
                (number, evidence) -> EvidenceView.of(
                        EvidenceJson.read(evidence),
                        cited.stream()
                                .filter(citation -> citation.part() == number)
                                .toList()));
    }
}
