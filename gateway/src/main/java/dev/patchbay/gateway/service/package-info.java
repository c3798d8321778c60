/// What the host gives to the services of plugins: [dev.patchbay.api.ServiceContext].
@NullMarked
package dev.patchbay.gateway.service;

import org.jspecify.annotations.NullMarked;
