package org.finplan.tasks.supervision.question;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;

/** The questions about matters, as other parts of supervision write and read them. */
@ApplicationScoped
public class Questions {

    private final QuestionRepository questions;

    Questions(QuestionRepository questions) {
        this.questions = questions;
    }

    /**
     * Stores a question.
     *
     * @param supervision id of the matter
     * @param region its region
     * @param kind suspension or extension
     * @param day the day that is asked for
     * @param reason why
     * @param by subject
     * @param at when
     * @return the question
     */
    public Question ask(
            UUID supervision, String region, String kind, LocalDate day, String reason, String by, Instant at) {
        Question question =
                new Question(Identifiers.next(), kind, day, reason, by, at, Question.OPEN, null, null, null);
        questions.add(supervision, region, question);
        return question;
    }

    /**
     * Reads a question.
     *
     * @param id its id
     * @return the question
     */
    public Question get(UUID id) {
        return questions.get(id);
    }

    /**
     * Stores what became of a question.
     *
     * @param id its id
     * @param outcome granted, refused or withdrawn
     * @param by subject
     * @param remark words, or null
     * @param at when
     */
    public void decide(UUID id, String outcome, String by, @Nullable String remark, Instant at) {
        questions.decide(id, outcome, by, remark, at);
    }

    /**
     * Reads the questions about a matter.
     *
     * @param supervision its id
     * @return the questions in their order
     */
    public List<Question> of(UUID supervision) {
        return questions.of(supervision);
    }
}
