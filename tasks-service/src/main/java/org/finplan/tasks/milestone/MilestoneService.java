package org.finplan.tasks.milestone;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.milestone.MilestoneRepository.Position;
import org.finplan.tasks.milestone.schedule.Lateness;
import org.finplan.tasks.task.Leaf;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.task.search.TaskSnapshot;
import org.finplan.tasks.workday.CityCalendars;

/**
 * Plans milestones, says that they were achieved, and reads them. A write locks the leaf, then the milestone, and tells the leaf
 * which of its milestones is the next one. Where a method does not begin a transaction, its resource method does, because the
 * answer is kept with the effect.
 */
@ApplicationScoped
class MilestoneService {

    /** More would be tasks of their own. */
    private static final int MOST_MILESTONES = 100;

    private final MilestoneRepository milestones;
    private final Tasks tasks;
    private final TaskSearch search;
    private final MilestoneAccess access;
    private final MilestonePublisher publisher;
    private final PlanRegister plans;
    private final PlanScope planScope;
    private final CityCalendars calendars;
    private final Clock clock;

    MilestoneService(
            MilestoneRepository milestones,
            Tasks tasks,
            TaskSearch search,
            MilestoneAccess access,
            MilestonePublisher publisher,
            PlanRegister plans,
            PlanScope planScope,
            CityCalendars calendars,
            Clock clock) {
        this.milestones = milestones;
        this.tasks = tasks;
        this.search = search;
        this.access = access;
        this.publisher = publisher;
        this.plans = plans;
        this.planScope = planScope;
        this.calendars = calendars;
        this.clock = clock;
    }

    MilestoneView plan(String task, @Nullable String plan, MilestoneRequest request) {
        TaskKey key = tasks.resolve(task, plan);
        LocalDate due = tasks.openForPlanning(key).orElse(null);
        if (milestones.count(key, false) >= MOST_MILESTONES) {
            throw MilestoneError.TOO_MANY.at("", null, List.of("1.." + MOST_MILESTONES));
        }
        Milestone.Content content = request.content(milestones.lastOrder(key) + 1);
        MilestoneDates.requirePlan(content, due);
        Milestone milestone = new Milestone(Identifiers.next(), key, content, change(null));
        milestones.persistAndFlush(milestone);
        tasks.planNext(key, milestones.next(key));
        publisher.planned(milestone);
        return view(milestone);
    }

    @Transactional
    MilestoneView revise(UUID id, @Nullable String ifMatch, MilestoneRevisionRequest request) {
        Milestone milestone = find(id);
        LocalDate due = tasks.openForPlanning(milestone.key()).orElse(null);
        take(milestone, ifMatch, MilestoneAction.REVISE);
        Milestone.Content content = request.content(milestone.content().order());
        MilestoneDates.requirePlan(content, due);
        write(milestone, changed -> changed.revise(content, change(request.reason())));
        publisher.revised(milestone);
        return view(milestone);
    }

    MilestoneView achieve(UUID id, @Nullable String ifMatch, AchieveRequest request) {
        Milestone milestone = find(id);
        Leaf leaf = tasks.openForAchievement(milestone.key());
        take(milestone, ifMatch, MilestoneAction.ACHIEVE);
        LocalDate first =
                plans.find(leaf.key().plan()).orElseThrow().plan().horizon().start();
        MilestoneDates.requireActual(request.actualDate(), first, BusinessTime.today(clock));
        write(milestone, changed -> changed.achieve(request.actualDate(), request.note(), change(null)));
        publisher.achieved(milestone, leaf, workingDaysLate(milestone));
        return view(milestone);
    }

    MilestoneView takeBack(UUID id, @Nullable String ifMatch, String reason) {
        Milestone milestone = find(id);
        Leaf leaf = tasks.openForAchievement(milestone.key());
        take(milestone, ifMatch, MilestoneAction.TAKE_BACK);
        write(milestone, changed -> changed.takeBack(change(reason)));
        publisher.takenBack(milestone, leaf);
        return view(milestone);
    }

    MilestoneView remove(UUID id, @Nullable String ifMatch, String reason) {
        Milestone milestone = find(id);
        tasks.openForPlanning(milestone.key());
        take(milestone, ifMatch, MilestoneAction.REMOVE);
        write(milestone, changed -> changed.remove(change(reason)));
        publisher.removed(milestone);
        return view(milestone);
    }

    @Transactional
    MilestoneView read(UUID id) {
        return view(find(id));
    }

    @Transactional
    Page<MilestoneView> list(String task, @Nullable String plan, boolean removed, PageParameters paging) {
        TaskKey key = tasks.resolve(task, plan);
        TaskSnapshot leaf = search.read(key);
        Position after = paging.after().map(MilestoneService::position).orElse(null);
        List<Milestone> rows = milestones.page(key, removed, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? milestones.count(key, removed) : null;
        return Page.of(rows, paging.limit(), last -> cursor(paging, last), total)
                .map(milestone -> view(milestone, leaf));
    }

    private Milestone find(UUID id) {
        return milestones
                .findByIdOptional(id)
                .filter(milestone -> planScope.codes().contains(milestone.key().plan()))
                .orElseThrow(MilestoneError.MILESTONE_NOT_FOUND::problem);
    }

    private void take(Milestone milestone, @Nullable String ifMatch, MilestoneAction action) {
        milestones.lock(milestone);
        Preconditions.requireMatch(ifMatch, EntityTags.of(milestone.version()));
        access.require(action, milestone);
    }

    private void write(Milestone milestone, Consumer<Milestone> change) {
        change.accept(milestone);
        milestones.flush();
        tasks.planNext(milestone.key(), milestones.next(milestone.key()));
    }

    private Milestone.Change change(@Nullable String reason) {
        return new Milestone.Change(access.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason);
    }

    private int workingDaysLate(Milestone milestone) {
        if (milestone.achievedOn() == null) {
            return 0;
        }
        String city = plans.city(milestone.key().plan());
        return new Lateness(calendars.of(city).days(), milestone.achievedOn())
                .of(milestone.content().plannedDate());
    }

    private MilestoneView view(Milestone milestone) {
        return view(milestone, search.read(milestone.key()));
    }

    private MilestoneView view(Milestone milestone, TaskSnapshot leaf) {
        return MilestoneView.of(milestone, workingDaysLate(milestone), access.actions(milestone, leaf));
    }

    private static String cursor(PageParameters paging, Milestone last) {
        Milestone.Content content = last.content();
        return paging.cursor(
                Integer.toString(content.order()),
                content.plannedDate().toString(),
                last.id().toString());
    }

    /** A cursor is not signed: its keys may be anything. */
    private static Position position(List<String> keys) {
        try {
            return new Position(
                    Integer.parseInt(keys.get(0)), LocalDate.parse(keys.get(1)), UUID.fromString(keys.get(2)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException notOurs) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }
}
