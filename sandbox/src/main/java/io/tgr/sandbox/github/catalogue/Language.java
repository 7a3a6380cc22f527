package io.tgr.sandbox.github.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A language as GitHub names it.
 *
 * @param name the name
 * @param color its colour on GitHub
 */
public record Language(String name, @Nullable String color) {
}
