package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.institution.Institutions;

/** Tells who counts as one group. A closure is the same for everybody; who may not see a member learns that there is one. */
@ApplicationScoped
class GroupService {

    private static final int BYTES_OF_ID = 12;

    private final GroupRepository groups;
    private final GroupVersions versions;
    private final GroupRules rules;
    private final Institutions institutions;
    private final RegionScope scope;
    private final Clock clock;

    GroupService(
            GroupRepository groups,
            GroupVersions versions,
            GroupRules rules,
            Institutions institutions,
            RegionScope scope,
            Clock clock) {
        this.groups = groups;
        this.versions = versions;
        this.rules = rules;
        this.institutions = institutions;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    GroupView of(String uscc, @Nullable LocalDate on, @Nullable Long version) {
        institutions.require(uscc);
        LocalDate day = day(on);
        GroupClosure.Group group = versions.closure(day, change(version)).of(uscc);
        return view(group, day, groups.members(group.members(), scope.readable()));
    }

    /** Groups of two members or more, one of which is an institution that the caller sees. */
    @Transactional
    Page<GroupView> list(@Nullable LocalDate on, @Nullable Long version, CursorParameters paging) {
        LocalDate day = day(on);
        List<GroupClosure.Group> all = versions.closure(day, change(version)).groups();
        Set<String> keys =
                all.stream().flatMap(group -> group.members().stream()).collect(Collectors.toSet());
        Map<String, GroupView.Member> seen = groups.members(keys, scope.readable());
        String after = paging.afterKey().orElse("");
        List<GroupView> rows = all.stream()
                .filter(group -> group.members().stream()
                        .map(seen::get)
                        .filter(Objects::nonNull)
                        .anyMatch(GroupView.Member::isInstitution))
                .map(group -> view(group, day, seen))
                .filter(group -> group.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(GroupView::id))
                .limit(paging.limit() + 1L)
                .toList();
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.id()), null);
    }

    private GroupView view(GroupClosure.Group group, LocalDate day, Map<String, GroupView.Member> seen) {
        List<GroupView.Member> members =
                group.members().stream().map(seen::get).filter(Objects::nonNull).toList();
        return new GroupView(
                id(group.members().first()),
                group.version(),
                day,
                rules.rule(),
                members,
                group.members().size() - members.size());
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? BusinessTime.today(clock) : on;
    }

    private static long change(@Nullable Long version) {
        if (version != null && version < 0) {
            throw ProblemException.invalidParameter("version", version.toString(), List.of("0/.."));
        }
        return version == null ? Long.MAX_VALUE : version;
    }

    /** The first member may be one that the caller does not see, so that its key is not told. */
    private static String id(String firstMember) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(firstMember.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES_OF_ID);
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
