/**
 * GitHub's GraphQL API over the catalogue.
 */
@NullMarked
package io.tgr.sandbox.github.graphql;

import org.jspecify.annotations.NullMarked;
