package org.finplan.gateway.key;

import java.util.List;
import java.util.Set;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.access.Role;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Who may make, see and change API keys. Keys make no keys: behind each stands a person who showed a token. */
final class KeyRules {

    private KeyRules() {}

    /** Whether a caller sees keys of others, those of the regions that it oversees. */
    static boolean oversees(Identity caller) {
        return caller.may(Permission.API_KEYS_READ_ALL);
    }

    /** Whether a caller gets to see a key; one that it does not see is not found. */
    static boolean sees(Identity caller, RegionSet overseen, ApiKey key) {
        return key.grant().owner().equals(caller.subject())
                || (oversees(caller) && covers(overseen, key.grant().regions()));
    }

    /** A key belongs to the cities of all its regions; one that is bound to none belongs to no city in particular. */
    private static boolean covers(RegionSet overseen, Set<String> regions) {
        return overseen.all() || (!regions.isEmpty() && regions.stream().allMatch(overseen::contains));
    }

    /** Refuses a caller that may not write keys at all. */
    static void requireWriter(Identity caller) {
        if (!(caller.credential() instanceof Credential.Token)) {
            throw problem("管理 API 密钥须使用访问令牌。", "API keys are managed with an access token, not with an API key.");
        }
        if (!caller.may(Permission.API_KEYS_MANAGE)) {
            throw problem("您的角色不能管理 API 密钥。", "Your roles do not manage API keys.");
        }
    }

    /** Refuses a change of somebody else's key. */
    static void requireOwner(Identity caller, ApiKey key) {
        if (!caller.may(Permission.API_KEYS_MANAGE_ALL) && !key.grant().owner().equals(caller.subject())) {
            throw problem("只有密钥所有者或其所属城市的管理员可以更改该密钥。", "Only the owner or an admin of its city changes the key.");
        }
    }

    /** Refuses a key that would let its holder do more than its maker. A city admin may give what its city has. */
    static void requireNoMoreThanOwn(Identity caller, RegionScope scope, Grant grant) {
        if (caller.may(Permission.API_KEYS_MANAGE_ALL)) {
            if (!covers(scope.overseen(), grant.regions())) {
                bound("/regions", grant.regions(), scope.writable().codes());
            }
            return;
        }
        if (!grant.owner().equals(caller.subject())) {
            throw problem(
                    "/owner",
                    grant.owner(),
                    "只能为自己创建密钥。",
                    "You make keys for yourself only.",
                    Set.of(caller.subject()));
        }
        within("/roles", grant.roles(), caller.roles());
        if (caller.credential() instanceof Credential.Token token
                && token.scopes().isPresent()) {
            within("/scopes", grant.scopes(), token.scopes().get());
        }
        if (caller.regions().isEmpty()) {
            within("/regions", grant.regions(), scope.writable().codes());
        } else {
            bound("/regions", grant.regions(), scope.writable().codes());
        }
        if (!caller.units().isEmpty()) {
            bound("/units", grant.units(), caller.units());
        }
    }

    private static void bound(String pointer, Set<String> wanted, Set<String> own) {
        if (wanted.isEmpty()) {
            throw problem(pointer, "", "须限定在您自己的范围之内。", "must be bound within your own.", own);
        }
        within(pointer, wanted, own);
    }

    private static void within(String pointer, Set<String> wanted, Set<String> own) {
        for (String each : wanted) {
            if (!own.contains(each)) {
                throw problem(pointer, each, "超出您自己的权限。", "is more than you have yourself.", own);
            }
        }
    }

    private static ProblemException problem(String zh, String en) {
        return ProblemException.of(WebError.FORBIDDEN, zh, en);
    }

    private static ProblemException problem(String pointer, String value, String zh, String en, Set<String> accepted) {
        LocalizedText message = new LocalizedText(pointer.substring(1) + " " + zh, pointer.substring(1) + " " + en);
        return problem(message.zh(), message.en())
                .withError(new ProblemError(
                        pointer,
                        value,
                        WebError.FORBIDDEN.code(),
                        message,
                        accepted.stream().sorted().toList()));
    }

    /** The roles that mean nothing without a region, and those that mean nothing without a unit. */
    static List<String> boundToRegions() {
        return List.of(Role.DISTRICT_OFFICER.wireName());
    }

    static List<String> boundToUnits() {
        return List.of(Role.UNIT_OFFICER.wireName(), Role.INSTITUTION_REPORTER.wireName());
    }
}
