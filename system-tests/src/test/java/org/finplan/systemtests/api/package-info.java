/** The HTTP API as its own document tells it, for tests that are generated from it. */
package org.finplan.systemtests.api;
