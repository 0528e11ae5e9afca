package org.finplan.tasks.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A node of a plan's tree. What the plan says is written by the loader alone; status and lead change here. Links are
 * arrays, so that a page of nodes is one statement.
 */
@Entity
@Table(name = "task")
@IdClass(TaskKey.class)
class Task {

    @Id
    private String plan;

    @Id
    private String id;

    @Column(updatable = false)
    private String parent;

    @Column(updatable = false)
    private List<String> path;

    @Column(updatable = false)
    private int ordinal;

    @Column(updatable = false)
    private String branch;

    @Column(updatable = false)
    private String level;

    @Column(updatable = false)
    private String clause;

    @Column(name = "title_zh", updatable = false)
    private String titleZh;

    @Column(name = "title_en", updatable = false)
    private String titleEn;

    @Column(name = "summary_zh", updatable = false)
    private String summaryZh;

    @Column(name = "summary_en", updatable = false)
    private String summaryEn;

    @Column(updatable = false)
    private List<String> verbs;

    @Column(updatable = false)
    private List<String> regions;

    @Column(name = "partner_regions", updatable = false)
    private List<String> partnerRegions;

    @Column(updatable = false)
    private List<String> organisations;

    @Column(updatable = false)
    private List<String> systems;

    @Column(updatable = false)
    private List<String> indicators;

    @Column(name = "due_date", updatable = false)
    private LocalDate dueDate;

    private String lead;

    @Column(name = "lead_source")
    private String leadSource;

    @Column(name = "lead_by")
    private String leadBy;

    @Column(name = "lead_at")
    private Instant leadAt;

    private String status;

    @Column(name = "claimed_status")
    private String claimedStatus;

    @Version
    private long version;

    protected Task() {}

    TaskKey key() {
        return new TaskKey(plan, id);
    }

    String plan() {
        return plan;
    }

    String id() {
        return id;
    }

    String parent() {
        return parent;
    }

    /** {@return ids of the nodes above, from the area down} */
    List<String> path() {
        return path;
    }

    /** {@return place in the order of the plan} */
    int ordinal() {
        return ordinal;
    }

    String branch() {
        return branch;
    }

    String level() {
        return level;
    }

    /** {@return whether it is a single measure, which progress is reported on} */
    boolean leaf() {
        return level.equals("measure");
    }

    String clause() {
        return clause;
    }

    LocalizedText title() {
        return new LocalizedText(titleZh, titleEn);
    }

    LocalizedText summary() {
        return new LocalizedText(summaryZh, summaryEn);
    }

    List<String> verbs() {
        return verbs;
    }

    /** {@return regions that it names; none means the whole city} */
    List<String> regions() {
        return regions;
    }

    List<String> partnerRegions() {
        return partnerRegions;
    }

    List<String> organisations() {
        return organisations;
    }

    List<String> systems() {
        return systems;
    }

    List<String> indicators() {
        return indicators;
    }

    LocalDate dueDate() {
        return dueDate;
    }

    /** {@return who leads it and who said so, or null while the plan names nobody and nobody was assigned} */
    Lead lead() {
        return lead == null ? null : new Lead(lead, leadSource, leadBy, leadAt);
    }

    TaskStatus status() {
        return TaskStatus.of(status);
    }

    TaskStatus claimedStatus() {
        return TaskStatus.of(claimedStatus);
    }

    long version() {
        return version;
    }

    void assignLead(String organisation, String by, Instant at) {
        lead = organisation;
        leadSource = Lead.ASSIGNED;
        leadBy = by;
        leadAt = at;
    }

    void standAt(TaskStatus verified, TaskStatus claimed) {
        status = verified.code();
        claimedStatus = claimed.code();
    }
}
