# SPDX-License-Identifier: Apache-2.0
# The static program and nothing else, for a user without rights. `scripts/release dist program` makes the program:
#   docker build --build-arg PROGRAM=dist/socrates-0.1.0-linux-x86_64 --tag socrates .
#   docker run --rm --volume "$PWD:/work:ro" socrates recommend answers.json
FROM scratch
ARG PROGRAM
COPY --chmod=755 ${PROGRAM} /socrates
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/socrates"]
