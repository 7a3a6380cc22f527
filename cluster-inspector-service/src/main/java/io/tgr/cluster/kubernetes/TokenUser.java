package io.tgr.cluster.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * Who a token stands for.
 *
 * @param name the user's name
 * @param uid the user's uid, empty if there is none
 * @param groups the groups
 * @param extra what else the authenticator says
 */
public record TokenUser(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

}
