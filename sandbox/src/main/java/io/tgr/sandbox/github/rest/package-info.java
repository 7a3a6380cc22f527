/** The REST endpoints of one repository, and what all REST answers have in common. */
@NullMarked
package io.tgr.sandbox.github.rest;

import org.jspecify.annotations.NullMarked;
