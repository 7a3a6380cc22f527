/**
 * How to talk to GitHub: credentials, budget, conditional requests, one meaning per
 * failure; no endpoints.
 */
@NullMarked
package io.tgr.common.github;

import org.jspecify.annotations.NullMarked;
